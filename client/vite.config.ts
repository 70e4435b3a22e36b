import react from '@vitejs/plugin-react'
import { compression } from 'vite-plugin-compression2'
import { defineConfig } from 'vitest/config'

/** Where a running service is, for `npm run dev:client`. */
const service = process.env['KAIZENLAP_SERVICE'] ?? 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [react(), compression({ algorithms: ['brotliCompress', 'gzip'] })],
  // The service puts each answer's own nonce in its place: server/pages/client-page.ts.
  html: { cspNonce: '__CSP_NONCE__' },
  build: { outDir: '../dist', emptyOutDir: true, target: 'es2023', manifest: true },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': { target: service },
      '/health': { target: service },
      '/chat': { target: service, ws: true },
    },
  },
  test: { name: 'client', environment: 'jsdom', include: ['src/**/*.test.{ts,tsx}'] },
})
