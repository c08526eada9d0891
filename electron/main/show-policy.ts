import { app, dialog } from 'electron'
import { pickLanguage } from '#shared/i18n/languages.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { translated, type UntranslatedText } from '#shared/i18n/untranslated-text.ts'
import { loadPolicyFile, systemPolicyPath } from '#engine/policy/policy-file.ts'
import { policyFaultText } from '#engine/policy/policy-fault-text.ts'

/**
 * Says whether a policy that was opened can be used, and where it works from. SECURITY: it is not put there and not gone
 * by: a policy decides where passwords go, and that is for the administrator of the computer to lay down.
 */
export async function showPolicy(file: string): Promise<void> {
  const loaded = await loadPolicyFile(file, 'named')
  const organisation = loaded.ok ? (loaded.value?.policy.organisation ?? '') : ''
  const text: UntranslatedText = loaded.ok
    ? {
        key: 'desktop.policy-shown',
        values: { organisation, place: systemPolicyPath(process.platform, process.env) },
      }
    : { key: 'desktop.policy', values: { file, reason: policyFaultText(loaded.error) } }
  const message = translated(text, createTranslator(pickLanguage(app.getPreferredSystemLanguages())).t)
  await dialog.showMessageBox({ type: loaded.ok ? 'info' : 'warning', message })
}
