import react from '@vitejs/plugin-react'
import { compression } from 'vite-plugin-compression2'
import { defineConfig } from 'vitest/config'

/** Where a running service is, for `npm run dev:client`. */
const service = process.env['KAIZENLAP_SERVICE'] ?? 'http://127.0.0.1:8080'

/** Few files: on a slow network each one costs a way there and back. */
const chunks = [
  { name: 'react', test: /[\\/](react|react-dom|scheduler)[\\/]/, priority: 6 },
  {
    name: 'look',
    test: /[\\/]@(emotion|mui[\\/](system|styled-engine|utils|private-theming)|mui[\\/]material[\\/]styles)[\\/]/,
    priority: 5,
  },
  // Not with what they import: shapes of answers are loaded when an answer is.
  {
    name: 'parts',
    test: /[\\/]client[\\/]src[\\/](?!chat|coach)/,
    minShareCount: 3,
    includeDependenciesRecursively: false,
    priority: 3,
  },
  { name: 'zod', test: /[\\/]zod[\\/]/, priority: 5 },
  {
    name: 'controls',
    test: /[\\/](@mui[\\/](material|utils)|use-sync-external-store)[\\/]/,
    minShareCount: 6,
    priority: 2,
  },
  { name: 'plots', test: /[\\/]@mui[\\/]x-/, priority: 1 },
]

export default defineConfig({
  plugins: [
    react(),
    // What nobody is sent stays as it is.
    compression({ algorithms: ['brotliCompress', 'gzip'], exclude: [/^drawing\//] }),
  ],
  // The service puts each answer's own nonce in its place: server/pages/client-page.ts.
  html: { cspNonce: '__CSP_NONCE__' },
  builder: {},
  environments: {
    client: {
      build: {
        outDir: '../dist',
        emptyOutDir: true,
        target: 'es2023',
        manifest: true,
        rolldownOptions: { output: { codeSplitting: { groups: chunks } } },
      },
    },
    // What the service draws the first view with: all in it, so that it needs no package where it runs.
    ssr: {
      resolve: { noExternal: true },
      define: { 'process.env.NODE_ENV': JSON.stringify('production') },
      build: {
        outDir: '../dist',
        emptyOutDir: false,
        copyPublicDir: false,
        ssr: true,
        rolldownOptions: {
          input: 'client/src/draw-page.tsx',
          // One file, so that a new build is loaded as a whole beside an older one.
          output: { entryFileNames: 'drawing/[name].js', codeSplitting: false },
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': { target: service },
      '/health': { target: service },
      '/chat': { target: service, ws: true },
    },
  },
  // Workers and time as in vitest.config.ts, which is not inherited.
  test: {
    name: 'client',
    include: ['src/**/*.test.{ts,tsx}'],
    isolate: false,
    maxWorkers: '100%',
    testTimeout: 120_000,
  },
})
