import { Select } from 'antd';
import { useState } from 'react';
import { SearchRegionsDocument } from '../gql';
import { useAnswer } from '../state/answer';
import { COUNTRY, EXAMPLE } from '../state/filter';
import { useView } from '../state/view';

interface Props {
  readonly code: string | null;
  readonly name: string | undefined;
  readonly onChoose: (code: string) => void;
}

/** Finds a region by a part of its name. */
export function RegionChoice({ code, name, onChoose }: Props) {
  const { words } = useView();
  const [search, setSearch] = useState('');
  const found = useAnswer(SearchRegionsDocument, search === '' ? null : { search });
  const usual = [
    { value: COUNTRY, label: '中国' },
    { value: EXAMPLE, label: '示例省' },
  ];
  const results = (found.data?.regions.nodes ?? []).map((region) => ({
    value: region.code,
    label: region.fullName,
  }));
  const shown = search === '' ? usual : results;
  const chosen = code !== null && name !== undefined ? [{ value: code, label: name }] : [];
  const options = [...chosen, ...shown.filter(({ value }) => value !== code)];
  return (
    <Select
      showSearch={{ filterOption: false, onSearch: setSearch }}
      virtual={false}
      aria-label={words.region}
      placeholder={words.searchRegion}
      value={code}
      options={options}
      notFoundContent={words.nothing}
      onChange={(value: string) => {
        setSearch('');
        onChoose(value);
      }}
    />
  );
}
