import type { SecretStoreId } from '#shared/domain/secret-store-id.ts'
import type { SignIn } from '#shared/catalogue/provider.ts'

/** What the host around the page can do. The page reads these values; no method throws "not here". */
export interface Capabilities {
  readonly host: 'desktop' | 'browser'
  /** Where secrets are kept, or `null` when nothing can be kept safely. */
  readonly secretStore: SecretStoreId | null
  /** How a file is saved: by a dialog of the system, or by the browser around the page. */
  readonly saveFile: 'dialog' | 'download'
  /** Whether the host prints the page into a PDF and saves that by its dialog. */
  readonly savePdf: boolean
  /** The ways to sign in that this host can carry out. */
  readonly signIn: readonly SignIn['kind'][]
}

/** What every host of this version can carry out. */
export const SIGN_IN_WAYS: Capabilities['signIn'] = ['oauth', 'password', 'app-password']
