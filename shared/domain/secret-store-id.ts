/** The places that can keep a secret. Their names are in the language files. */
export const SECRET_STORE_IDS = [
  'macos-keychain',
  'windows-credentials',
  'secret-service',
  'practice',
] as const

export type SecretStoreId = (typeof SECRET_STORE_IDS)[number]
