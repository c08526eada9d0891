import { useState, type KeyboardEvent } from 'react'

interface CapsLock {
  readonly isOn: boolean
  /** For the field: a browser tells the state of the key with each key that is pressed, and in no other way. */
  readonly watch: (event: KeyboardEvent) => void
}

/** Whether Caps Lock is on while a password is typed that cannot be seen. */
export function useCapsLock(): CapsLock {
  const [isOn, setOn] = useState(false)
  return { isOn, watch: (event) => setOn(event.getModifierState('CapsLock')) }
}
