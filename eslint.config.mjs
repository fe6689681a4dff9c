import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

const syntax = {
  enum: { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' },
  namespace: { selector: 'TSModuleDeclaration[kind="namespace"]', message: 'Use a module.' },
  catch: { selector: 'CatchClause:not([param])', message: 'Name the error, and rethrow what you did not expect.' },
  defaultExport: { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
  entry: {
    selector: 'Program > :not(ExportNamedDeclaration[source], ExportAllDeclaration)',
    message: 'An entry holds re-exports, nothing else.',
  },
  clock: {
    selector:
      ':not(AssignmentPattern) > CallExpression[callee.object.name="Date"][callee.property.name="now"], NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Time is a parameter here, with the clock as its default at most.',
  },
  randomness: {
    selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
    message: 'Randomness is a parameter here.',
  },
}
/**
 * @param {(keyof typeof syntax)[]} names
 * @returns {import('eslint').Linter.RuleEntry}
 */
const restrict = (...names) => ['error', ...names.map((name) => syntax[name])]
/** @type {(keyof typeof syntax)[]} */
const everywhere = ['enum', 'namespace', 'catch']

export default defineConfig(
  {
    ignores: [
      'dist/',
      'demo/dist/',
      'coverage/',
      'storybook-static/',
      'test-results/',
      'playwright-report/',
      '**/.cache/',
      'examples/*/{dist,build,out,public/build,.next,.react-router}/',
      'examples/*/next-env.d.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-syntax': restrict(...everywhere),
      'object-shorthand': 'error',
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
      reactHooks.configs.flat.recommended,
    ],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.config.ts'], defaultProject: 'tsconfig.node.json' },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-invalid-void-type': ['error', { allowAsThisParameter: true }],
      // A default that depends on Register is another type in the next program.
      '@typescript-eslint/no-unnecessary-type-arguments': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-empty-function': ['error', { allow: ['arrowFunctions', 'methods'] }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, varsIgnorePattern: '^_' }],
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { boolean: true, string: true } }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Small records are copied and cut here; nothing is hot enough for a Map.
      '@typescript-eslint/no-dynamic-delete': 'off',
      // For code that React's compiler compiles; this is a library that ships as it is written.
      'react-hooks/preserve-manual-memoization': 'off',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'max-lines': ['error', 250],
      'no-restricted-syntax': restrict(...everywhere, 'defaultExport'),
      // Apps merge into Register.
      '@typescript-eslint/no-empty-object-type': ['error', { allowWithName: '^Register$' }],
    },
  },
  {
    files: ['src/{core,store}/**/*.{ts,tsx}'],
    rules: { 'no-restricted-syntax': restrict(...everywhere, 'defaultExport', 'clock', 'randomness') },
  },
  {
    files: ['src/*.ts'],
    rules: { 'no-restricted-syntax': restrict(...everywhere, 'entry') },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: {
        URL: 'readonly',
        console: 'readonly',
        fetch: 'readonly',
        performance: 'readonly',
        module: 'writable',
        process: 'readonly',
        setTimeout: 'readonly',
      },
    },
  },
  {
    // What is an assertion here depends on Register too: the tests check the same source with one.
    files: ['src/{react,components}/**/*.{ts,tsx}'],
    rules: { '@typescript-eslint/no-unnecessary-type-assertion': 'off' },
  },
  {
    // Their types come from builds: each example's own `typecheck` has them.
    files: ['examples/**/*.{ts,tsx}'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { 'no-console': 'off' },
  },
  {
    // Google's and Microsoft's tags tell a command from data by `arguments`.
    files: ['src/vendors/*.ts'],
    rules: { 'prefer-rest-params': 'off' },
  },
  { files: ['src/core/debug.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['scripts/**', 'bench/**', 'tests/consumers/**', 'demo/**/*.{js,mjs}', 'examples/**/*.mjs'],
    rules: { 'no-console': 'off' },
  },
)
