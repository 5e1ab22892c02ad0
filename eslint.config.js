import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: ['**/dist/', '**/.cache/', '**/node_modules/', '.data/', 'test-results/', 'playwright-report/'],
  },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Modules and controllers are classes by Nest's design; contracts are classes without methods.
      '@typescript-eslint/no-extraneous-class': 'off',
      // A contract is a class so that its fields can carry validators; answers are plain objects of that shape.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'off',
      // There are no enums here (see house rules: lists of words), and looking for them takes a tenth of the time.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
    },
  },
  {
    files: ['frontend/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    extends: [jsxA11y.flatConfigs.strict],
    languageOptions: { globals: globals.browser },
    // The rules of the React compiler, which is not used here, take a fifth of the time.
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['frontend/src/**/*.{ts,tsx}'],
    ignores: ['**/*.spec.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['@lofteskartan/shared/contracts/*'],
              allowTypeImports: true,
              message:
                'A contract’s classes bring their validators along: import types, and words from the vocabulary.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.spec.ts', 'backend/test/**/*.ts', 'e2e/**/*.ts'],
    rules: {
      // Answers of the API are read as they come; the OpenAPI check is what types them.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Such a day is yesterday's for an hour or two after midnight in Sweden, and its test fails at that hour alone.
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[property.name='slice'][object.callee.property.name='toISOString']",
          message: 'A day is one of Stockholm: use stockholmDate(moment) of platform/dates.',
        },
      ],
    },
  },
  {
    // Commands that people run speak on the console.
    files: ['backend/src/main.ts', 'backend/src/**/*.main.ts', 'backend/bench/**/*.ts', 'scripts/**/*.mjs'],
    languageOptions: { globals: globals.node },
    rules: { 'no-console': 'off' },
  },
  { files: ['**/*.{js,mjs,cjs}'], languageOptions: { globals: globals.node } },
);
