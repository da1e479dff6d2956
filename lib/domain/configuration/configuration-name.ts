/** As MSK has it, which knows no upper bound; beyond this a name does not fit an address. */
const NAME = /^[0-9A-Za-z][0-9A-Za-z-]{0,254}$/

export const isConfigurationName = (name: string): boolean => NAME.test(name)
