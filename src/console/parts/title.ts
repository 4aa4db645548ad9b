import { useEffect } from 'react';
import { useView } from '../state/view';

/** Names the page in the browser and for screen readers. */
export function useTitle(title: string): void {
  const { words } = useView();
  useEffect(() => {
    document.title = `${title} · ${words.product}`;
    document.documentElement.lang = words.language === 'ZH' ? 'zh-CN' : 'en';
  }, [title, words]);
}
