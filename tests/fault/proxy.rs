//! A wire between service and database that a test can cut.
use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

pub struct Proxy {
    pub port: u16,
    cuts: watch::Sender<usize>,
}

impl Proxy {
    /// In front of a port of this machine.
    pub async fn before(port: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let own = listener.local_addr().unwrap().port();
        let cuts = watch::Sender::new(0);
        let subscriptions = cuts.clone();
        tokio::spawn(async move {
            while let Ok((near, _)) = listener.accept().await {
                let mut cut = subscriptions.subscribe();
                tokio::spawn(async move {
                    tokio::select! {
                        () = forward(near, port) => {}
                        _ = cut.changed() => {}
                    }
                });
            }
        });
        Self { port: own, cuts }
    }

    /// Every connection that there is, wherever its bytes are. New ones may come.
    pub fn cut(&self) {
        self.cuts.send_modify(|count| *count += 1);
    }
}

async fn forward(mut near: TcpStream, port: u16) {
    if let Ok(mut far) = TcpStream::connect(("127.0.0.1", port)).await {
        // Either side may end it.
        let _ = copy_bidirectional(&mut near, &mut far).await;
    }
}
