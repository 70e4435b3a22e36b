import { useEffect } from 'react'

/** The tab's name: 'Car 3, Barber Race 1 · KaizenLap'. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · KaizenLap`
  }, [title])
}
