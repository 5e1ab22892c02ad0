/** Every spec of the project: the backend's on a real PostGIS, the frontend's and shared's without a browser. */
export default {
  projects: ['<rootDir>/backend/jest.config.mjs', '<rootDir>/frontend/jest.config.mjs'],
  maxWorkers: 1,
  // Jest reads it here alone: in a project's own file it is silently left at five seconds.
  testTimeout: 30_000,
};
