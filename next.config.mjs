// @ts-check

/**
 * Plain JavaScript on purpose: to read a TypeScript configuration Next loads its compiler, which then stays in the
 * memory of the server (34 MiB).
 *
 * @type {import('next').NextConfig}
 */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The badge would cover the host panel, which is what one looks at while developing.
  devIndicators: false,
  // `npm test` checks types; a first start should not take ten seconds more for it.
  typescript: { ignoreBuildErrors: true },
  // The console is opened as 127.0.0.1 and as localhost; without this the second gets no hot reload.
  allowedDevOrigins: ['127.0.0.1', 'localhost'],
}

export default config
