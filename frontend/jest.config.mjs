import { swcOptions } from '../backend/test/support/swc-options.mjs';

const options = {
  ...swcOptions,
  jsc: {
    ...swcOptions.jsc,
    parser: { syntax: 'typescript', tsx: true, decorators: true },
    transform: { ...swcOptions.jsc.transform, react: { runtime: 'automatic' } },
  },
  swcrc: false,
};

/** The pure parts of the pages: layout of the lamps, formats, contrasts, languages. What people see is tested in `e2e`. */
export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  roots: ['<rootDir>/src'],
  testMatch: ['**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  resolver: '<rootDir>/../backend/test/support/resolver.cjs',
  transform: { '^.+\\.tsx?$': ['@swc/jest', options] },
};
