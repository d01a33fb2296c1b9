import { useEffect, useState } from 'react'

/** The value as it was when it last stayed the same for some time, in milliseconds: for what takes long to follow. */
export function useSettled<Value>(value: Value, pause: number): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause)
    return () => clearTimeout(timer)
  }, [value, pause])
  return settled
}
