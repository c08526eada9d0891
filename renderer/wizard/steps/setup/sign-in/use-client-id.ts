import { useEffect, useState } from 'react'
import { codeWords } from '#shared/i18n/finding-words.ts'
import { useWords } from '#renderer/i18n/words.tsx'
import { readDetails } from '#renderer/wizard/steps/setup/sign-in/typed-details.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'

/** A client ID that is typed, or kept from the last time; what was asked about it, and what came of that. */
export function useClientId(issuerId: string, server: string) {
  const { t } = useWords()
  const { engine } = useTools()
  const [clientId, setClientId] = useState('')
  const [told, setTold] = useState<string | null>(null)
  useEffect(() => {
    const fill = (kept: string | null) => setClientId((now) => (now === '' ? (kept ?? '') : now))
    void engine.clients.kept({ issuerId }).then(fill)
  }, [engine, issuerId])
  return {
    clientId,
    told,
    type: (value: string) => {
      setClientId(value)
      setTold(null)
    },
    /** The secret beside it is read from the form, and kept nowhere in between. */
    check: async (form: HTMLFormElement | null) => {
      const { client } = readDetails(form)
      if (client === null) return
      setTold(t('oauth.kit.checking', { server }))
      const { state, serverSaid } = await engine.clients.check({ issuerId, client })
      const said = serverSaid === null ? '' : ` ${t('server-said')}: ${serverSaid}`
      setTold(`${t(`oauth.kit.check.${state}`, { server })}${said}`)
    },
    keep: async () => {
      const kept = await engine.clients.keep({ issuerId, id: clientId.trim() })
      setTold(kept.ok ? t('oauth.kit.kept') : codeWords(kept.error, t).title)
    },
  }
}
