import { useEffect, useRef, useState } from 'react'
import type { ProxyDescription, ProxyProblem } from '#shared/domain/proxy.ts'
import { Button } from '#renderer/components/button.tsx'
import { closeDialogOf, Dialog, DialogActions } from '#renderer/components/dialog.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'

interface ProxyDialogProps {
  /** There is another way to the internet now. */
  readonly onReady: () => void
  readonly onClose: () => void
}

/** The way through which this network goes to the internet, as the user was told. */
export function ProxyDialog({ onReady, onClose }: ProxyDialogProps) {
  const { t } = useWords()
  const { engine } = useTools()
  const [known, setKnown] = useState<ProxyDescription | null | 'unasked'>('unasked')
  useEffect(() => {
    const asked = new AbortController()
    void engine.network.proxy({}).then((proxy) => {
      if (!asked.signal.aborted) setKnown(proxy)
    })
    return () => asked.abort()
  }, [engine])
  return (
    <Dialog title={t('proxy.title')} onClose={onClose}>
      <p>{t('proxy.why')}</p>
      {known !== 'unasked' && <ProxyForm known={known} onReady={onReady} />}
    </Dialog>
  )
}

interface ProxyFormProps {
  readonly known: ProxyDescription | null
  readonly onReady: () => void
}

function ProxyForm({ known, onReady }: ProxyFormProps) {
  const { t } = useWords()
  const { engine } = useTools()
  const form = useRef<HTMLFormElement>(null)
  const [problem, setProblem] = useState<ProxyProblem | null>(null)
  const use = async (proxy: ReturnType<typeof typedIn> | null) => {
    const used = await engine.network.chooseProxy({ proxy })
    if (!used.ok) return setProblem(used.error)
    if (form.current !== null) closeDialogOf(form.current)
    onReady()
  }
  return (
    <form
      ref={form}
      noValidate
      onChange={() => setProblem(null)}
      onSubmit={(event) => {
        event.preventDefault()
        void use(typedIn(event.currentTarget))
      }}
    >
      <ProxyFields address={known?.address ?? ''} problem={problem} />
      <DialogActions closeLabel={t('cancel')}>
        {known !== null && <Button onClick={() => void use(null)}>{t('proxy.without')}</Button>}
        <Button variant="main" type="submit">
          {t('proxy.use')}
        </Button>
      </DialogActions>
    </form>
  )
}

interface ProxyFieldsProps {
  readonly address: string
  readonly problem: ProxyProblem | null
}

function ProxyFields({ address, problem }: ProxyFieldsProps) {
  const { t } = useWords()
  const words = problem === null ? null : t(`proxy.problem.${problem}`)
  const verbatim = { autoCapitalize: 'none', autoComplete: 'off', spellCheck: false } as const
  return (
    <>
      <TextField
        {...verbatim}
        label={t('proxy.field.address')}
        hint={t('proxy.field.address.hint')}
        problem={problem === 'credentials' ? null : words}
        name="address"
        autoFocus
        dir="ltr"
        defaultValue={address}
        maxLength={300}
      />
      <TextField
        {...verbatim}
        label={t('proxy.field.user')}
        problem={problem === 'credentials' ? words : null}
        name="user"
        maxLength={255}
      />
      <TextField
        {...verbatim}
        label={t('proxy.field.password')}
        hint={t('proxy.field.password.hint')}
        name="password"
        type="password"
        maxLength={255}
      />
    </>
  )
}

/** Read when it is needed and kept nowhere in between: a password is among it. */
function typedIn(form: HTMLFormElement) {
  const data = new FormData(form)
  const text = (name: string) => {
    const value = data.get(name)
    return typeof value === 'string' ? value : ''
  }
  const password = text('password')
  return {
    address: text('address').trim(),
    userName: text('user'),
    password: password === '' ? null : password,
  }
}
