import { customPinyin, pinyin } from 'pinyin-pro';

/** Places whose names begin otherwise than their characters usually read. */
const PLACES: Readonly<Record<string, string>> = {
  单县: 'shàn xiàn',
  曾都: 'zēng dū',
  乐清: 'yuè qīng',
  长子县: 'zhǎng zǐ xiàn',
  长兴: 'cháng xīng',
  蔚县: 'yù xiàn',
  涡阳: 'guō yáng',
  六合: 'lù hé',
  六安: 'lù ān',
  莘县: 'shēn xiàn',
  东阿: 'dōng ē',
  盱眙: 'xū yí',
  番禺: 'pān yú',
  大埔: 'dà bù',
  尉犁: 'yù lí',
  尉氏: 'wèi shì',
  浚县: 'xùn xiàn',
  中牟: 'zhōng mù',
  洪洞: 'hóng tóng',
  繁峙: 'fán shì',
  任丘: 'rén qiū',
  任泽: 'rén zé',
  井陉: 'jǐng xíng',
  柞水: 'zhà shuǐ',
  吴堡: 'wú bǔ',
  会理: 'huì lǐ',
  什邡: 'shí fāng',
  沈阳: 'shěn yáng',
  沈丘: 'shěn qiū',
  盖州: 'gài zhōu',
  尤溪: 'yóu xī',
  厦门: 'xià mén',
  重庆: 'chóng qìng',
  藏族: 'zàng zú',
  西藏: 'xī zàng',
};

customPinyin({ ...PLACES });

/** First letters of a name as it is spoken, e.g. zksgaj of 周口市公安局; letters and digits stay, anything else is left out. */
export const initialsOf = (name: string): string =>
  pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .join('')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
