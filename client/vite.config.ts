import react from '@vitejs/plugin-react'
import { compression } from 'vite-plugin-compression2'
import { defineConfig } from 'vitest/config'

/** Where a running service is, for `npm run dev:client`. */
const service = process.env['KAIZENLAP_SERVICE'] ?? 'http://127.0.0.1:8080'

/** Few files: on a slow network each one costs a way there and back. */
const chunks = [
  { name: 'frame', tags: ['$initial' as const], priority: 4 },
  { name: 'parts', test: /[\\/](client[\\/]src|core)[\\/]/, minShareCount: 3, priority: 3 },
  {
    name: 'controls',
    test: /[\\/](@mui[\\/](material|utils)|use-sync-external-store)[\\/]/,
    minShareCount: 6,
    priority: 2,
  },
  { name: 'plots', test: /[\\/]@mui[\\/]x-/, priority: 1 },
]

export default defineConfig({
  plugins: [react(), compression({ algorithms: ['brotliCompress', 'gzip'] })],
  // The service puts each answer's own nonce in its place: server/pages/client-page.ts.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2023',
    manifest: true,
    rolldownOptions: { output: { codeSplitting: { groups: chunks } } },
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': { target: service },
      '/health': { target: service },
      '/chat': { target: service, ws: true },
    },
  },
  test: { name: 'client', include: ['src/**/*.test.{ts,tsx}'] },
})
