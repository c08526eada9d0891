import { useEffect, useState } from 'react'

/** Seconds left of a wait that began when the button appeared. */
export function useCountdown(seconds: number): number {
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    if (left <= 0) return undefined
    const timer = setTimeout(() => setLeft(left - 1), 1_000)
    return () => clearTimeout(timer)
  }, [left])
  return left
}

const HOUR = 3_600

/** `4:07`, and `23:59:59` where it takes hours. */
export function clock(seconds: number): string {
  const pair = (value: number) => String(value).padStart(2, '0')
  const minutes = Math.floor(seconds / 60)
  return seconds < HOUR
    ? `${minutes}:${pair(seconds % 60)}`
    : `${Math.floor(minutes / 60)}:${pair(minutes % 60)}:${pair(seconds % 60)}`
}
