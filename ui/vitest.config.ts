// Unit tests run over plain functions and, where a component is mounted, over a small imitation of the DOM.
import { mergeConfig } from 'vite'
import { defineConfig } from 'vitest/config'
import vite from './vite.config.ts'

export default mergeConfig(
  vite,
  defineConfig({
    test: {
      include: ['src/**/*.test.ts'],
      // What is tested is never how fast: a busy machine takes its time.
      testTimeout: 30_000,
      environment: 'node', // files that need a DOM say so in their first line
      server: { deps: { inline: ['element-plus'] } },
    },
  }),
)
