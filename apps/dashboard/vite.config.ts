import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [preact()],
  build: {
    // light-dark(), :has and popover are used as they are; these are the first browsers that know all three.
    target: ['chrome123', 'edge123', 'firefox128', 'safari17.5'],
    // The polyfill would be a script of its own for browsers older than the target.
    modulePreload: { polyfill: false },
    // Says which page loads which files: `npm run size` weighs them.
    manifest: true,
    // A font inlined as data: would be blocked by the worker's policy (font-src 'self').
    assetsInlineLimit: 0,
  },
  server: { host: '127.0.0.1', proxy: { '/v1': { target: 'http://127.0.0.1:8787', ws: true } } },
})
