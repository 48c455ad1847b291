"""The Flask extensions, unbound: `create_app` binds them."""

from flask_compress import Compress
from flask_login import LoginManager
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from flask_wtf import CSRFProtect
from sqlalchemy import MetaData

# Every constraint has a name, so that a migration can change it on both engines.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

compress = Compress()
COMPRESSION = {"COMPRESS_ALGORITHM": ["br", "gzip"], "COMPRESS_BR_LEVEL": 5, "COMPRESS_STREAMS": False}
csrf = CSRFProtect()
# No autoflush: a change is sent by record(), which sees what it was before.
db = SQLAlchemy(metadata=metadata, session_options={"expire_on_commit": False, "autoflush": False})
login = LoginManager()
migrate = Migrate(db=db)
