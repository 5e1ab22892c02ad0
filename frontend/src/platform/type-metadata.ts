// class-transformer asks Reflect for types that TypeScript's decorators would have noted; the contract names its types itself.
// To be imported before any contract class.
if (!('getMetadata' in Reflect)) Object.assign(Reflect, { getMetadata: () => undefined });
export {};
