// How the page is built. The target is old on purpose: office desktops without a current WebView open the same
// bundle in whatever browser they have.
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

// `npm run dev` beside a running `duban serve` forwards calls to it; see README.md in this folder.
const served = process.env.DUBAN_SERVE

export default defineConfig({
  base: './',
  plugins: [vue()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  // No source maps: the bundle is embedded in two programs, and they would double it.
  build: { target: 'chrome87', sourcemap: false, assetsInlineLimit: 0, reportCompressedSize: true },
  server: {
    port: 5173,
    strictPort: true,
    // The server answers its own pages alone: forwarded calls come as theirs.
    proxy: served ? { '/api': { target: served, changeOrigin: true, headers: { origin: served } } } : {},
  },
})
