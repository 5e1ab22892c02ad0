/** Every spec of the project: the backend's on a real PostGIS, the frontend's and shared's without a browser. */
export default {
  projects: ['<rootDir>/backend/jest.config.mjs', '<rootDir>/frontend/jest.config.mjs'],
  // Two small processors are what the tests are made for; each worker has a database of its own.
  maxWorkers: 2,
  // Every file leaves its modules behind: a worker that has grown begins anew.
  workerIdleMemoryLimit: '1500MB',
  // Jest reads it here alone: in a project's own file it is silently left at five seconds.
  testTimeout: 60_000,
};
