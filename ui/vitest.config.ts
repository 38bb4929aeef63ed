// Unit tests run over plain functions and, where a component is mounted, over a small imitation of the DOM.
import { mergeConfig } from 'vite'
import { defineConfig } from 'vitest/config'
import vite from './vite.config'

export default mergeConfig(
  vite,
  defineConfig({
    test: {
      include: ['src/**/*.test.ts'],
      environment: 'happy-dom',
      server: { deps: { inline: ['element-plus'] } },
    },
  }),
)
