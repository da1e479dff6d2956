import NextLink from 'next/link'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { PageHead } from '@/components/shell/page-head'
import { Copy } from '@/components/text/copy'
import { Button } from '@/components/ui/button'
import type { Configuration, StandingUse } from '@/lib/browser/configuration/configuration-list'
import { routes } from '@/lib/browser/routes'
import { ApplyMenu } from './apply-menu'
import { DeleteConfigurationDialog } from './delete-configuration-dialog'

type ConfigurationHeadProps = {
  configuration: Configuration
  region: string
  /** Undefined until it is known. */
  uses: readonly StandingUse[] | undefined
}

/** What a configuration is for, and what one can do with it. */
export function ConfigurationHead({ configuration, region, uses }: ConfigurationHeadProps) {
  const t = useTranslations('configuration')
  const [isDeleting, setDeleting] = useState(false)
  const { arn, name, description } = configuration
  const clusters = (uses ?? []).map(({ clusterName }) => clusterName)
  return (
    <>
      <PageHead
        title={name}
        subtitle={
          <>
            {description === '' ? null : <p>{description}</p>}
            <p className="mt-1 flex flex-wrap items-center gap-x-2 text-12 text-text-3">
              <span className="mono min-w-0 [overflow-wrap:anywhere]">{arn}</span>
              <Copy text={arn} name={t('arn')} size="small" />
            </p>
          </>
        }
        actions={
          <>
            <Button
              onClick={() => setDeleting(true)}
              offBecause={
                clusters.length > 0 ? t('inUse', { clusters: clusters.join(t('separator')) }) : undefined
              }
            >
              {t('delete')}
            </Button>
            <ApplyMenu configuration={configuration} region={region} />
            <Button asChild kind="primary">
              <NextLink href={routes.editConfiguration(name)}>{t('edit')}</NextLink>
            </Button>
          </>
        }
      />
      {isDeleting ? (
        <DeleteConfigurationDialog
          configuration={configuration}
          region={region}
          onClose={() => setDeleting(false)}
        />
      ) : null}
    </>
  )
}
