declare module 'class-transformer/cjs/storage.js' {
  /** Where class-transformer keeps what `@Type` said. It ships no types for this file. */
  export const defaultMetadataStorage: import('class-transformer/types/MetadataStorage.js').MetadataStorage;
}
