export default async function tearDown() {
  await Promise.all((globalThis.testDatabases ?? []).map((database) => database.close()));
}
