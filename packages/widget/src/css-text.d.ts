/** Style sheets arrive as minified text: the build's `css-text` plugin makes them so. */
declare module '*.css' {
  export const css: string
}
