/** Name of the folder with the chunks that were built together: a hash of them all. Known once they are built. */
declare const __BUILD__: string
/** The package's version. */
declare const __VERSION__: string
