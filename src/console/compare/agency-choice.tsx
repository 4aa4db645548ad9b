import { Select } from 'antd';
import { useState } from 'react';
import { SearchAgenciesDocument } from '../gql';
import { useAnswer } from '../state/answer';
import { useView } from '../state/view';

/** Finds an agency by a part of its name. */
export function AgencyChoice({ onChoose }: { readonly onChoose: (id: string) => void }) {
  const { words } = useView();
  const [search, setSearch] = useState('');
  const found = useAnswer(
    SearchAgenciesDocument,
    search === '' ? null : { filter: { search }, first: 10, after: null },
  );
  const nodes = search === '' ? [] : (found.data?.agencies.nodes ?? []);
  return (
    <Select
      showSearch={{ filterOption: false, onSearch: setSearch }}
      virtual={false}
      aria-label={words.addAgency}
      placeholder={words.searchPlaceholder}
      value={null}
      options={nodes.map(({ id, name }) => ({ value: id, label: name }))}
      notFoundContent={words.searchHelp}
      onChange={(id: string | null) => {
        setSearch('');
        if (id !== null) onChoose(id);
      }}
    />
  );
}
