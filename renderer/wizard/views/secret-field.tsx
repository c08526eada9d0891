import { useImperativeHandle, useRef, useState, type Ref } from 'react'
import { looksLikeAppPassword, type AppPasswordFormat } from '#shared/catalogue/app-password.ts'
import type { SecretKind } from '#shared/catalogue/service-at.ts'
import { secretProblem } from '#shared/domain/credential-text.ts'
import { appPasswordFormatWords } from '#shared/i18n/app-password-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import type { PasswordSlot } from '#shared/domain/saved-account.ts'
import { Button } from '#renderer/components/button.tsx'
import { Icon } from '#renderer/components/icon.tsx'
import { Note } from '#renderer/components/note.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { useCapsLock } from '#renderer/wizard/views/use-caps-lock.ts'

export interface SecretFieldHandle {
  /** Hands over what was typed and forgets it; `null` while there is nothing that could be sent, which the field says. */
  readonly take: () => string | null
  readonly fill: (secret: string) => void
  /** Whether something stands there that could be sent; a field without it says so and asks for attention. */
  readonly isFilled: () => boolean
  /** Whether it looks like what the provider hands out; where Mailwright does not know, everything does. */
  readonly looksRight: () => boolean
}

interface SecretFieldProps {
  readonly ref: Ref<SecretFieldHandle>
  readonly wants: SecretKind
  /** `sending`: the field for the servers that send, where they take another one. */
  readonly slot: PasswordSlot
  /** The one host that gets it, where it is not for all; missing elsewhere. */
  readonly host?: string | undefined
  /** Where the page begins: with this field or elsewhere. */
  readonly focus: 'here' | 'elsewhere'
  /** What an app password of this provider looks like, where that is known. */
  readonly variant: AppPasswordFormat | null
}

/**
 * SECURITY: the secret lives in this input element and nowhere else in the page. It is no React state and no part of
 * the wizard's; submitting moves it to the engine, which never gives it back.
 */
export function SecretField({ ref, wants, slot, host, focus, variant }: SecretFieldProps) {
  const { t } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState<Visibility>('hidden')
  const [problem, setProblem] = useState<string | null>(null)
  const capsLock = useCapsLock()
  const input = () => box.current?.querySelector('input') ?? null
  const isUsable = (secret: string) => {
    const found = secretProblem(secret)
    if (found === null) return true
    setProblem(t(`sign-in.problem.${found === 'empty' || found === 'too-long' ? found : 'characters'}`))
    input()?.focus()
    return false
  }
  useImperativeHandle(ref, () => ({
    take: () => {
      const field = input()
      const secret = field?.value ?? ''
      if (!isUsable(secret) || field === null) return null
      field.value = ''
      return secret
    },
    isFilled: () => isUsable(input()?.value ?? ''),
    looksRight: () => variant === null || looksLikeAppPassword(variant, input()?.value ?? ''),
    fill: (secret) => {
      const field = input()
      if (field !== null) field.value = secret
      setProblem(null)
    },
  }))
  return (
    <div ref={box}>
      <TextField
        label={labelOf({ wants, slot, host }, t)}
        hint={
          wants === 'app-password' && variant !== null
            ? appPasswordFormatWords(variant, t)
            : t(`sign-in.hint.${wants}`)
        }
        problem={problem}
        scale="large"
        name={slot === 'sending' ? 'sending-password' : 'password'}
        type={shown === 'shown' ? 'text' : 'password'}
        autoComplete="current-password"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        autoFocus={focus === 'here'}
        onChange={() => setProblem(null)}
        onKeyDown={capsLock.watch}
        onKeyUp={capsLock.watch}
        after={<ShowButton shown={shown} onPress={setShown} />}
      />
      <div role="status">{capsLock.isOn && <Note tone="warn">{t('sign-in.caps-lock')}</Note>}</div>
    </div>
  )
}

const WANTED = { password: 'usual', 'app-password': 'app', 'api-key': 'key' } as const

function labelOf(
  { wants, slot, host }: Pick<SecretFieldProps, 'wants' | 'slot' | 'host'>,
  t: Translate,
): string {
  if (host !== undefined) return t('sign-in.label.at', { host, wants: WANTED[wants] })
  return t(slot === 'sending' && wants !== 'api-key' ? 'sign-in.label.sending' : `sign-in.label.${wants}`)
}

type Visibility = 'hidden' | 'shown'

interface ShowButtonProps {
  readonly shown: Visibility
  readonly onPress: (next: Visibility) => void
}

function ShowButton({ shown, onPress }: ShowButtonProps) {
  const { t } = useWords()
  return (
    <Button aria-pressed={shown === 'shown'} onClick={() => onPress(shown === 'shown' ? 'hidden' : 'shown')}>
      <Icon name="eye" /> {t(shown === 'shown' ? 'sign-in.hide' : 'sign-in.show')}
    </Button>
  )
}
