/** TypeScript's imports name the file that will be (`x.js`); the tests read the one that is (`x.ts`). */
module.exports = (path, options) => {
  if (/^\.{1,2}\/.*\.js$/.test(path) && !options.basedir.includes('node_modules')) {
    try {
      return options.defaultResolver(path.replace(/\.js$/, '.ts'), options);
    } catch {
      // A file that really is JavaScript.
    }
  }
  return options.defaultResolver(path, options);
};
