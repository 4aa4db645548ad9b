import './styles/page.css';
import './styles/tables.css';
import './styles/report.css';
import './styles/office.css';
import './styles/paper-and-phone.css';
import { ApolloProvider } from '@apollo/client/react';
import { ConfigProvider, type ThemeConfig } from 'antd';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { App } from './app';
import { client } from './state/client';

const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1f5fbf',
    // Darker, not lighter as by default: what the pointer is on stays as readable as the rest.
    colorPrimaryHover: '#174a96',
    colorLinkHover: '#174a96',
    colorError: '#b42318',
    colorText: '#1c2430',
    colorTextPlaceholder: '#5c6470',
    borderRadius: 4,
    motion: false,
    fontFamily:
      'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  },
};

const container = document.getElementById('console');
if (container) {
  createRoot(container).render(
    <ApolloProvider client={client}>
      <ConfigProvider theme={theme} button={{ autoInsertSpace: false }}>
        <BrowserRouter>
          <App />
        </BrowserRouter>
      </ConfigProvider>
    </ApolloProvider>,
  );
}
