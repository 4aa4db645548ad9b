import { lazy, Suspense } from 'react';
import { NavLink, Route, Routes, useLocation } from 'react-router';
import { Waiting } from './parts/answered';
import { Overview } from './overview/overview';
import { changed, useView } from './state/view';
import { useTitle } from './parts/title';

const ReportPage = lazy(() => import('./report/report'));
const AgencyPage = lazy(() => import('./agency/agency'));
const Search = lazy(() => import('./search/search'));
const Compare = lazy(() => import('./compare/compare'));
const Rules = lazy(() => import('./rules/rules'));
const Office = lazy(() => import('./office/office'));
const SignIn = lazy(() => import('./office/sign-in'));
const HandIn = lazy(() => import('./hand-in/hand-in'));
const FillIn = lazy(() => import('./fill-in/fill-in'));
const Account = lazy(() => import('./office/account'));

function NotFound() {
  const { words } = useView();
  useTitle(words.notFound);
  return <h1>{words.notFound}</h1>;
}

function Header() {
  const { words, params, change } = useView();
  const { pathname } = useLocation();
  const lang = params.get('lang');
  const search = changed(new URLSearchParams(), { lang }).toString();
  const pages = [
    ['/', words.overview],
    ['/search', words.search],
    ['/compare', words.compare],
    ['/rules', words.rules],
    ['/hand-in', words.office.handIn],
    ['/office', words.office.office],
  ] as const;
  const inEnglish = lang === 'en';
  return (
    <header className="top">
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <span className="brand">{words.product}</span>
      <nav aria-label={words.nav}>
        {pages.map(([to, name]) => (
          <NavLink
            key={to}
            to={{ pathname: to, search: to === pathname ? params.toString() : search }}
            end
          >
            {name}
          </NavLink>
        ))}
        <a href="/graphql">{words.playground}</a>
      </nav>
      <button
        type="button"
        className="plain language"
        lang={inEnglish ? 'zh-CN' : 'en'}
        onClick={() => change({ lang: inEnglish ? null : 'en' })}
      >
        {words.otherLanguage}
      </button>
      {['/office', '/hand-in', '/fill-in'].includes(pathname) && (
        <Suspense>
          <Account />
        </Suspense>
      )}
    </header>
  );
}

/** Every page of the console. */
export function App() {
  return (
    <>
      <Header />
      <main id="content" tabIndex={-1}>
        <Suspense fallback={<Waiting />}>
          <Routes>
            <Route path="/" element={<Overview />} />
            <Route path="/report/:id" element={<ReportPage />} />
            <Route path="/agency/:id" element={<AgencyPage />} />
            <Route path="/search" element={<Search />} />
            <Route path="/compare" element={<Compare />} />
            <Route path="/rules" element={<Rules />} />
            <Route path="/hand-in" element={<HandIn />} />
            <Route path="/fill-in" element={<FillIn />} />
            <Route path="/office" element={<Office />} />
            <Route path="/sign-in" element={<SignIn />} />
            <Route path="*" element={<NotFound />} />
          </Routes>
        </Suspense>
      </main>
    </>
  );
}
