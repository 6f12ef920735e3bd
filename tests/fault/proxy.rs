//! A wire between service and database that a test can cut.
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

pub struct Proxy {
    pub port: u16,
    cuts: watch::Sender<usize>,
    silent: watch::Sender<bool>,
}

impl Proxy {
    /// In front of a port of this machine.
    pub async fn before(port: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let own = listener.local_addr().unwrap().port();
        let (cuts, silent) = (watch::Sender::new(0), watch::Sender::new(false));
        let (cutting, hushing) = (cuts.clone(), silent.clone());
        tokio::spawn(async move {
            while let Ok((near, _)) = listener.accept().await {
                let (mut cut, silent) = (cutting.subscribe(), hushing.subscribe());
                tokio::spawn(async move {
                    tokio::select! {
                        () = forward(near, port, silent) => {}
                        _ = cut.changed() => {}
                    }
                });
            }
        });
        Self { port: own, cuts, silent }
    }

    /// Every connection that there is, wherever its bytes are. New ones may come.
    pub fn cut(&self) {
        self.cuts.send_modify(|count| *count += 1);
    }

    /// Nothing gets through, and nobody is told.
    pub fn hush(&self, silent: bool) {
        self.silent.send_replace(silent);
    }
}

async fn forward(near: TcpStream, port: u16, silent: watch::Receiver<bool>) {
    if let Ok(far) = TcpStream::connect(("127.0.0.1", port)).await {
        let ((from_near, to_near), (from_far, to_far)) = (near.into_split(), far.into_split());
        // Either side may end it.
        tokio::select! {
            () = pass(from_near, to_far, silent.clone()) => {}
            () = pass(from_far, to_near, silent) => {}
        }
    }
}

async fn pass(
    mut from: impl AsyncRead + Unpin,
    mut to: impl AsyncWrite + Unpin,
    mut silent: watch::Receiver<bool>,
) {
    let mut buffer = [0; 8192];
    while let Ok(read @ 1..) = from.read(&mut buffer).await {
        let _ = silent.wait_for(|silent| !silent).await;
        if to.write_all(&buffer[..read]).await.is_err() {
            return;
        }
    }
}
