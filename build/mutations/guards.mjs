/** The test file of that name under test/services. @param {string} name */
export const services = (name) => `test/services/${name}.test.ts`;

/** The test file of that name under test/renderer. @param {string} name */
export const renderer = (name) => `test/renderer/${name}.test.ts`;
