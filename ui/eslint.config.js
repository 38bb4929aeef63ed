// Lint rules, and the crossings: who may import whom.
//   shared   <- knows no noun, imports nothing of the program
//   backend  <- the only place that may import @tauri-apps/*
//   features <- shared, backend, generated, and features/tasks (the parts every view of tasks is made of)
//   app      <- everything; the only place that composes features
import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import ts from 'typescript-eslint'

const tauri = {
  group: ['@tauri-apps/*'],
  message: 'Only src/backend may know the desktop shell. Add a method to the port in src/backend/port.ts.',
}
const app = {
  group: ['@/app/*', '**/app/*'],
  message: 'Features are composed by app, never the other way round.',
}
const upwards = { group: ['../*'], message: 'Write @/… so that a crossing can be seen.' }
const features = [
  'dashboard',
  'units',
  'overdue',
  'ledger',
  'notices',
  'import',
  'search',
  'tasks',
  'journal',
  'settings',
]

const restrict = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] })

export default ts.config(
  { ignores: ['dist', 'dist-fake', 'node_modules', 'src/generated'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...vue.configs['flat/recommended'],
  prettier,
  {
    files: ['**/*.{ts,vue}'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      'vue/multi-word-component-names': 'off', // file names say what they show: Frame, Banner
      'vue/no-v-html': 'error', // a document is data, never markup
      'vue/require-default-prop': 'off', // optional props are typed as such
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-undef': 'off', // the compiler knows better
      // The ideographic space is ordinary punctuation in what users see.
      'no-irregular-whitespace': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      ...restrict(tauri, upwards),
    },
  },
  { files: ['src/backend/**'], rules: restrict(app, upwards, { group: ['@/features/*'] }) },
  {
    files: ['src/shared/**'],
    rules: restrict(tauri, app, upwards, {
      group: ['@/features/*', '@/backend/*', '@/generated/*'],
      message: 'shared knows no noun and no command.',
    }),
  },
  ...features.map((name) => ({
    files: [`src/features/${name}/**`],
    rules: restrict(tauri, app, upwards, {
      group: features
        .filter((other) => other !== name && other !== 'tasks')
        .map((other) => `@/features/${other}/*`),
      message:
        'A feature does not know another; let app compose them (features/places.ts names where to go).',
    }),
  })),
)
