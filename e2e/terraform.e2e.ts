import { execFile, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { expect, test, type Mosaik } from './fixtures'

/**
 * Terraform with nothing but an endpoint override: what it made is what it sees, so that a second plan changes
 * nothing. A difference here is no blemish: Terraform mends some by deleting the cluster and making it anew.
 */
test.use({ network: '127.77.0.0/16' })

const run = promisify(execFile)

/** Where providers lie on machines that may not download them; elsewhere Terraform fetches its provider itself. */
const PLUGIN_FOLDERS = [
  '/usr/share/terraform/plugins',
  '/usr/local/share/terraform/plugins',
  '/opt/tf-plugins',
]
const plugins = PLUGIN_FOLDERS.filter((folder) => existsSync(join(folder, 'registry.terraform.io')))
const PLAINTEXT = `encryption_info {
    encryption_in_transit {
      client_broker = "PLAINTEXT"
      in_cluster    = false
    }
  }`
const folder = mkdtempSync(join(tmpdir(), 'mosaik-terraform-'))

test.skip(spawnSync('terraform', ['version']).status !== 0, 'needs terraform on the path')

test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('what it applied it finds unchanged, and a destroyed cluster is gone', async ({ mosaik }) => {
  test.slow()
  write(mosaik, { team: 'blue' }, { saysPlaintext: false })
  await terraform('init', '-input=false', ...plugins.map((path) => `-plugin-dir=${path}`))

  // Terraform would take plaintext for a change, and replace the cluster at the next apply.
  await expect(terraform('apply', '-auto-approve')).rejects.toThrow('Add encryption_info')

  write(mosaik, { team: 'blue' })
  await terraform('apply', '-auto-approve')
  expect(await terraform('plan', '-detailed-exitcode')).toContain('No changes.')
  expect(await terraform('output', '-raw', 'brokers')).toMatch(
    /^127\.77\.\d+\.\d+:9092(,127\.77\.\d+\.\d+:9092){2}$/,
  )

  write(mosaik, { team: 'red' })
  expect(await terraform('apply', '-auto-approve')).toContain('0 added, 1 changed, 0 destroyed')
  expect(await terraform('plan', '-detailed-exitcode')).toContain('No changes.')

  expect(await terraform('destroy', '-auto-approve')).toContain('2 destroyed')
})

test('the configuration that the create page shows makes the cluster of its plan', async ({ mosaik }) => {
  test.slow()
  writeFileSync(join(folder, 'terraform.rc'), '')
  writeFileSync(join(folder, 'main.tf'), await shown(mosaik))
  await terraform('fmt', '-check')
  await terraform('init', '-input=false', ...plugins.map((path) => `-plugin-dir=${path}`))
  await terraform('apply', '-auto-approve')
  expect(await terraform('plan', '-detailed-exitcode')).toContain('No changes.')
  expect(await terraform('output', '-raw', 'bootstrap_brokers')).toMatch(/^127\.77\.\d+\.\d+:9092$/)
  expect(await terraform('destroy', '-auto-approve')).toContain('1 destroyed')
})

async function shown({ url }: Mosaik): Promise<string> {
  const response = await fetch(`${url}/api/console/plan`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      clusterName: '1st',
      kafkaVersion: '4.3.1',
      shape: 'DEVELOPMENT',
      profile: 'lab',
      access: 'THIS_MACHINE',
      brokersPerZone: 1,
      instanceType: 'kafka.m5.large',
      volumeSizeGiB: 10,
      subnets: ['subnet-1b'],
      openMonitoring: { jmxExporter: true, nodeExporter: false },
      tags: { team: 'blue, green', note: 'a "quoted" ${name}' },
    }),
  })
  return z.object({ terraform: z.string() }).parse(await response.json()).terraform
}

async function terraform(...words: string[]): Promise<string> {
  // An empty configuration file: the person's own may name mirrors and credentials.
  const env = { ...process.env, TF_CLI_CONFIG_FILE: join(folder, 'terraform.rc'), TF_IN_AUTOMATION: '1' }
  const { stdout } = await run('terraform', [`-chdir=${folder}`, ...words, '-no-color'], { env })
  return stdout
}

function write({ url }: Mosaik, tags: Record<string, string>, { saysPlaintext } = { saysPlaintext: true }) {
  const said = Object.entries(tags).map(([key, value]) => `    ${key} = "${value}"`)
  writeFileSync(join(folder, 'terraform.rc'), '')
  writeFileSync(
    join(folder, 'main.tf'),
    `terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

provider "aws" {
  region                      = "us-east-1"
  access_key                  = "any"
  secret_key                  = "any"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
  endpoints {
    kafka = "${url}"
  }
}

resource "aws_msk_configuration" "orders" {
  name           = "orders"
  kafka_versions = ["4.3.1"]
  description    = "Four partitions each"
  server_properties = <<-TEXT
    auto.create.topics.enable = true
    num.partitions = 4
  TEXT
}

resource "aws_msk_cluster" "orders" {
  cluster_name           = "orders"
  kafka_version          = "4.3.1"
  number_of_broker_nodes = 3
  broker_node_group_info {
    instance_type   = "kafka.m5.large"
    client_subnets  = ["subnet-1a", "subnet-1b", "subnet-1c"]
    security_groups = ["sg-1"]
    storage_info {
      ebs_storage_info {
        volume_size = 10
      }
    }
  }
  configuration_info {
    arn      = aws_msk_configuration.orders.arn
    revision = aws_msk_configuration.orders.latest_revision
  }
  ${saysPlaintext ? PLAINTEXT : ''}
  tags = {
${said.join('\n')}
  }
}

output "brokers" {
  value = aws_msk_cluster.orders.bootstrap_brokers
}
`,
  )
}
