interface ImportMetaEnv {
  readonly VITE_PULSO_HOST?: string
  readonly VITE_PULSO_SITE_KEY?: string
}
