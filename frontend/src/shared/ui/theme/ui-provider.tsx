import { ConfigProvider, type ThemeConfig, theme } from 'antd';
import type { Locale as AntdLocale } from 'antd/es/locale';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsDark } from './theme-mode';

const font = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",system-ui,sans-serif';

const shared: ThemeConfig['token'] = {
  fontFamily: font,
  fontSize: 13,
  borderRadius: 4,
  controlHeight: 30,
  wireframe: false,
  motionDurationMid: '0.12s',
  motionDurationSlow: '0.16s',
};

const light: ThemeConfig = {
  algorithm: theme.defaultAlgorithm,
  token: {
    ...shared,
    colorPrimary: '#0f766e',
    colorLink: '#0d675f',
    colorInfo: '#0f766e',
    colorError: '#b42318',
    colorWarning: '#b26a00',
    colorSuccess: '#1a6b3a',
    colorTextBase: '#1a2126',
    colorTextDescription: '#56626b',
    colorTextTertiary: '#56626b',
    colorTextPlaceholder: '#68747d',
    colorBorder: '#c4ccd1',
    colorBorderSecondary: '#e1e5e8',
    colorBgLayout: '#f5f6f7',
  },
};

const dark: ThemeConfig = {
  algorithm: theme.darkAlgorithm,
  token: {
    ...shared,
    colorPrimary: '#2dbfae',
    colorLink: '#4fd1c1',
    colorInfo: '#2dbfae',
    colorError: '#ff7a6e',
    colorWarning: '#f0bd62',
    colorSuccess: '#6fd699',
    colorTextBase: '#e3e8eb',
    colorTextDescription: '#9eabb4',
    colorTextTertiary: '#9eabb4',
    colorTextPlaceholder: '#8b98a1',
    colorBgBase: '#161b1e',
    colorBgContainer: '#161b1e',
    colorBgElevated: '#1e2529',
    colorBgLayout: '#0f1315',
    colorBorder: '#46525a',
    colorBorderSecondary: '#2a3338',
  },
  components: { Button: { primaryColor: '#04211e', dangerColor: '#2a0a07' } },
};

const antdLocales: Record<string, () => Promise<{ default: AntdLocale }>> = {
  'zh-CN': () => import('antd/es/locale/zh_CN'),
  'zh-TW': () => import('antd/es/locale/zh_TW'),
  en: () => import('antd/es/locale/en_US'),
};

function useAntdLocale(): AntdLocale | undefined {
  const { i18n } = useTranslation();
  const [locale, setLocale] = useState<AntdLocale>();
  useEffect(() => {
    let wanted = true;
    antdLocales[i18n.language]?.().then((file) => {
      if (wanted) setLocale(file.default);
    });
    return () => {
      wanted = false;
    };
  }, [i18n.language]);
  return locale;
}

/** The nonce the service wrote into the page; run-time style sheets carry it. */
function styleNonce(): string | undefined {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
  return meta?.nonce || undefined;
}

export function UiProvider({ children }: { children: ReactNode }) {
  const isDark = useIsDark();
  const locale = useAntdLocale();
  const csp = useMemo(() => ({ nonce: styleNonce() }), []);
  return (
    <ConfigProvider
      theme={isDark ? dark : light}
      locale={locale}
      csp={csp}
      button={{ autoInsertSpace: false }}
      form={{ requiredMark: true, colon: false }}
    >
      {children}
    </ConfigProvider>
  );
}
