import { useSize } from './use-size.ts'

/** How wide an element is, for what is drawn into it; undefined before it is laid out. */
export function useWidth<E extends HTMLElement>() {
  const { ref, size } = useSize<E>()
  return { ref, width: size?.width }
}
