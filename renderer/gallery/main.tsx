import { useEffect } from 'react'
import '#renderer/design/base.css'
import { isLanguage } from '#shared/i18n/languages.ts'
import { loadTranslator } from '#shared/i18n/load-texts.ts'
import { createFakeClient } from '#renderer/client/fake-client.ts'
import type { Scene } from '#renderer/gallery/sample-states.ts'
import { SCENES } from '#renderer/gallery/scenes.ts'
import { loadLongerWords } from '#renderer/gallery/longer-words.ts'
import { renderPage } from '#renderer/render-page.tsx'
import { Screens } from '#renderer/wizard/screens.tsx'
import { Wizard } from '#renderer/wizard/driver/wizard.ts'
import { WizardProvider } from '#renderer/wizard/views/wizard-context.tsx'

/** Presses what a person would press to see the rest of the scene. */
function pressFor(scene: Scene | undefined) {
  if (scene?.arrival === undefined) return
  document.querySelector<HTMLButtonElement>('section[aria-labelledby="arrival-title"] > button')?.click()
}

/**
 * Every step in every state, without anything behind it: `?scene=ID&lang=de&dir=rtl`, with `lang=longer` for longer words. The tests open each one; the
 * plain address lists them.
 */
function Gallery({ scene }: { readonly scene: Scene | undefined }) {
  useEffect(() => pressFor(scene), [scene])
  if (scene === undefined) {
    return (
      <ul>
        {SCENES.map(({ id }) => (
          <li key={id}>
            <a href={`?scene=${id}`}>{id}</a>
          </li>
        ))}
      </ul>
    )
  }
  const engine = createFakeClient(scene.app, scene.arrival)
  const tools = { engine, app: scene.app, wizard: new Wizard(engine, scene.state) }
  return (
    <WizardProvider first={tools} tools={tools}>
      <Screens
        onMissing={() => {
          throw new Error('a screen is missing')
        }}
      />
    </WizardProvider>
  )
}

const wanted = new URLSearchParams(location.search)
const language = wanted.get('lang') ?? 'en'
const translator =
  language === 'longer' ? loadLongerWords() : loadTranslator(isLanguage(language) ? language : 'en', 'all')
void renderPage(<Gallery scene={SCENES.find(({ id }) => id === wanted.get('scene'))} />, {
  translator,
  direction: wanted.get('dir') === 'rtl' ? 'rtl' : undefined,
})
