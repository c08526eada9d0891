import type { UntranslatedText } from '#shared/i18n/untranslated-text.ts'
import { readProfileSigner, type ProfileSigner, type SignerProblem } from '#engine/exports/profile-signer.ts'
import { valued, type CommandOptions } from '#cli/command-option.ts'
import type { Invocation } from '#cli/command.ts'
import { UsageError } from '#cli/exit-status.ts'
import { readProblemText } from '#cli/named-file.ts'

/** What signs a profile for Apple's devices. */
export const SIGN_OPTIONS = {
  'sign-certificate': valued('FILE', 'cli.option.sign-certificate'),
  'sign-key': valued('FILE', 'cli.option.sign-key'),
} as const satisfies CommandOptions

export const SIGN_OPTION_NAMES = ['sign-certificate', 'sign-key'] as const

const SIGNED_FORMAT = 'mobileconfig'
/** SECURITY: other programs can read an argument, so a passphrase is none. */
const PASSPHRASE_VARIABLE = 'MAILWRIGHT_SIGN_PASSPHRASE'

/**
 * What signs, `null` where nothing is to be signed.
 * @param file where the profile goes, `null` to be printed
 * @throws UsageError for what cannot be signed, or not with these files
 */
export async function readSigner(
  { values, terminal }: Invocation,
  file: string | null,
): Promise<ProfileSigner | null> {
  const { 'sign-certificate': certificate, 'sign-key': key, format } = values
  const given = SIGN_OPTION_NAMES.find((name) => values[name] !== undefined)
  if (given === undefined) return null
  if (format !== SIGNED_FORMAT)
    throw new UsageError('cli.usage.option-format', { option: `--${given}`, format: SIGNED_FORMAT })
  if (typeof certificate !== 'string' || typeof key !== 'string')
    throw new UsageError('cli.usage.sign-pair', {
      option: typeof key === 'string' ? '--sign-certificate' : '--sign-key',
    })
  if (file === null) throw new UsageError('cli.usage.sign-out')
  const passphrase = terminal.env[PASSPHRASE_VARIABLE] ?? ''
  const files = { certificate, key, passphrase: passphrase === '' ? null : passphrase }
  const signer = await readProfileSigner(files, new Date())
  if (signer.ok) return signer.value
  const { error } = signer
  throw new UsageError('cli.unusable-file', {
    option: `--sign-${error.file}`,
    file: files[error.file],
    reason: signerProblemText(error),
  })
}

function signerProblemText(problem: SignerProblem): UntranslatedText {
  switch (problem.kind) {
    case 'damaged':
    case 'empty':
      return { key: `certificate-problem.${problem.kind}` }
    case 'expired':
    case 'not-yet':
      return { key: `sign-problem.${problem.kind}`, values: { day: problem.day } }
    case 'encrypted':
    case 'passphrase':
      return { key: `sign-problem.${problem.kind}`, values: { variable: PASSPHRASE_VARIABLE } }
    case 'no-key':
    case 'algorithm':
    case 'mismatch':
      return { key: `sign-problem.${problem.kind}` }
    default:
      return readProblemText(problem.kind)
  }
}
