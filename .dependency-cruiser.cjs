/**
 * Who may import whom. Five floors, imports point downward only, the left side (browser) and the right side (server)
 * meet only in `lib/domain` and `lib/contract`; every third party lives in one folder, so that it can be replaced.
 */

/** Tests stand beside the code and may reach further; so may the script that vendors Kafka's messages. */
const TEST = String.raw`\.test\.tsx?$|\.contract\.ts$|/testing/|/vendor\.mjs$`

/** A floor: what code of `from` may import of our own code, beside itself. */
const floor = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from, pathNot: TEST },
  to: { path: '^(app|bench|bin|chaos|components|e2e|generated|lib|soak)/', pathNot: [from, ...allowed] },
})

/** A third party that is found in some folders and nowhere else. */
const home = (name, packages, folders, comment) => ({
  name: `only-there-${name}`,
  severity: 'error',
  comment,
  from: { path: '^(app|components|lib)/', pathNot: [...folders, TEST] },
  to: { path: `(^|node_modules/)(${packages.join('|')})(/|$)` },
})

/** Our own folders a floor may stand on, as patterns. */
const DOMAIN = '^lib/domain/'
const CONTRACT = '^lib/contract/'
const BROWSER = '^lib/browser/'
const RUNTIME = '^lib/broker-runtime/'
const SERVER = '^lib/server/'
const STORE = '^generated/prisma/'
const MESSAGES = '^messages/'

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that import each other are one file, or one of them holds what a third should.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unknown',
      severity: 'error',
      comment: 'The import leads nowhere.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-tests-in-code',
      severity: 'error',
      comment: 'Code that ships must not need what exists for tests.',
      from: { path: '^(app|bin|components|lib)/', pathNot: TEST },
      to: { path: TEST },
    },
    {
      name: 'no-development-packages-in-code',
      severity: 'error',
      comment: 'A development package may be missing at run time, or be huge in the browser.',
      from: { path: '^(app|components|lib)/', pathNot: TEST },
      to: { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/@types/' },
    },

    floor('floor-0-domain', DOMAIN, [], 'Pure meaning: it stands on nothing.'),
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment:
        'No I/O, no React, no clock: only zod, and what reads texts. The same code runs in the browser, the server and the proof.',
      from: { path: DOMAIN, pathNot: TEST },
      to: {
        dependencyTypesNot: ['local', 'type-only', 'aliased', 'aliased-tsconfig'],
        pathNot: [DOMAIN, 'node_modules/(zod|properties-file|fastest-levenshtein)/'],
      },
    },
    {
      name: 'pages-take-their-own-tables',
      severity: 'error',
      comment:
        'All endpoint tables together weigh more than the first page may: import the one that is asked.',
      from: { path: '^(components|lib/browser)/', pathNot: TEST },
      to: { path: '^lib/contract/console/endpoints\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    floor('floor-1-contract', CONTRACT, [DOMAIN], 'The wire is spelled in words of the domain.'),
    floor(
      'floor-2-browser',
      BROWSER,
      [DOMAIN, CONTRACT],
      'The browser knows the server only by the contract.',
    ),
    floor('floor-2-broker-runtime', RUNTIME, [DOMAIN], 'A driver knows neither the database nor HTTP.'),
    floor('floor-3-server', SERVER, [DOMAIN, CONTRACT, RUNTIME, STORE], 'Nothing of the browser side.'),
    floor(
      'floor-3-engine',
      '^lib/server/engine/',
      [
        DOMAIN,
        RUNTIME,
        STORE,
        String.raw`^lib/server/(db|full-disk|log|clock|env|events|process)\.ts$`,
        '^lib/server/(kafka|metrics|audit|status)/',
      ],
      'The engine looks and acts; it does not serve: no verbs, no HTTP.',
    ),
    floor('floor-3-components-ui', '^components/ui/', [], 'Primitives know neither product nor router.'),
    floor(
      'floor-3-components',
      '^components/',
      [DOMAIN, CONTRACT, BROWSER, MESSAGES],
      'Nothing of the server side.',
    ),
    {
      name: 'routes-are-thin',
      severity: 'error',
      comment:
        'A route names an endpoint and a verb; it touches neither the database, nor Kafka, nor a driver.',
      from: { path: String.raw`^app/.*route\.ts$` },
      to: {
        path: [
          '^generated/',
          RUNTIME,
          '^lib/server/(kafka|engine)/',
          String.raw`^lib/server/db\.ts$`,
          BROWSER,
          '^components/',
        ],
      },
    },
    {
      name: 'pages-ask-verbs',
      severity: 'error',
      comment: 'A page reads through the verbs, as the API does.',
      from: { path: '^app/', pathNot: String.raw`route\.ts$` },
      to: { path: ['^generated/', RUNTIME, '^lib/server/(kafka|engine)/', String.raw`^lib/server/db\.ts$`] },
    },
    {
      name: 'nothing-on-top-of-app',
      severity: 'error',
      comment: 'app/ and bin/ are the roof: nobody imports them.',
      from: { path: '^(components|lib)/', pathNot: TEST },
      to: { path: '^(app|bin)/' },
    },
    {
      name: 'commands-stand-alone',
      severity: 'error',
      comment:
        'The commands run before anything is built; only bin/runtime is compiled, from the local driver.',
      from: { path: '^bin/', pathNot: [TEST, '^bin/runtime/'] },
      to: {
        path: '^(app|components|lib|generated)/',
        dependencyTypesNot: ['type-only', 'jsdoc', 'jsdoc-import-tag', 'jsdoc-bracket-import'],
      },
    },

    home('kafka-client', ['kafkajs'], ['^lib/server/kafka/'], 'All of Kafka is spoken in one folder.'),
    home(
      'database',
      ['@prisma', '@libsql', 'libsql', 'generated/prisma'],
      [SERVER, '^generated/'],
      'Only verbs and the engine know the database.',
    ),
    home('log', ['pino'], [String.raw`^lib/server/log\.ts$`], 'One log, which cuts out secrets.'),
    home('processes', ['child_process'], [RUNTIME], 'Only a driver starts processes.'),
    home('charts', ['recharts'], ['^components/chart/'], 'Charts look alike because one folder draws them.'),
    home(
      'editor',
      ['@codemirror', '@lezer'],
      ['^components/configuration/editor/'],
      'One editor, loaded only where a text is edited or compared.',
    ),
    home('tables', ['@tanstack/react-table'], ['^components/table/'], 'One table.'),
    home('forms', ['react-hook-form', '@hookform'], ['^components/'], 'Forms are a matter of components.'),
    home(
      'primitives',
      ['radix-ui', '@radix-ui', 'lucide-react'],
      ['^components/ui/'],
      'Primitives and icons enter through ui.',
    ),
    home('toasts', ['sonner'], ['^components/feedback/'], 'A failure is told once, in one way.'),
    home('themes', ['next-themes'], ['^components/shell/'], 'The theme belongs to the shell.'),
    home(
      'queries',
      ['@tanstack/react-query'],
      ['^app/', '^components/', BROWSER],
      'Queries are values of lib/browser.',
    ),
    home(
      'react',
      ['react', 'react-dom', 'use-intl'],
      ['^app/', '^components/', BROWSER],
      'No React on the server floors.',
    ),
    {
      name: 'no-router-in-ui',
      severity: 'error',
      comment: 'Primitives and the server floors must work without Next.',
      from: {
        path: ['^components/ui/', '^lib/(domain|contract|broker-runtime)/', '^lib/server/(?!http/)'],
        pathNot: TEST,
      },
      to: { path: 'node_modules/next/' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^generated/', '^\\.next/', '^\\.cache/'] },
    exclude: { path: ['^\\.next/', '^\\.cache/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
}
