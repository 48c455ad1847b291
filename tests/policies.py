"""Who may call each route."""

PUBLIC = "anybody"
SIGNED_IN = "anybody with an account, on what is their own"
VIEWER = "members of the task's project"
EDITOR = "its owner and editors"
OWN = "the person whose session it is"
CHANGE_VIEWER = "who made the change, and members of the project in which it was made"
CHANGE_EDITOR = "who made the change, and who may change its subject now"
LABEL_VIEWER = "members of the label's workspace"
LABEL_OWNER = "whose workspace the label is of"
PROJECT_VIEWER = "members of the project"
PROJECT_OWNER = "whose project it is"
BINNED = "owner and editors of what is deleted"
BINNED_PLACE = "owners of a project, editors of a section, whose label it is that is deleted"

# On projects and sections
MEMBER = "members of the project"
FILLER = "owner and editors of the project, unless it is archived"
OWNER = "the project's owner"
OWNER_OF_STANDING = "the project's owner, unless it is archived"
SECTION_MEMBER = "members of the section's project"
SECTION_FILLER = "owner and editors of the section's project, unless it is archived"

NOBODYS = 2**62  # an id that nothing has

# 422 says that they may, but that there is no place to which to move, or no task for which to wait.
PLACING = ("/level", "/level/delete", "/position", "/blockers")

POLICIES = {
    "GET /up": PUBLIC,
    "GET /healthz": PUBLIC,
    "GET /": PUBLIC,
    "GET /about": PUBLIC,
    "GET /.well-known/security.txt": PUBLIC,
    "GET /auth/register": PUBLIC,
    "POST /auth/register": PUBLIC,
    "GET /auth/login": PUBLIC,
    "POST /auth/login": PUBLIC,
    "GET /auth/logout": SIGNED_IN,
    "POST /auth/logout": PUBLIC,
    "GET /auth/reset/<token>": PUBLIC,
    "POST /auth/reset/<token>": PUBLIC,
    "GET /settings": SIGNED_IN,
    "POST /settings": SIGNED_IN,
    "GET /settings/email": SIGNED_IN,
    "POST /settings/email": SIGNED_IN,
    "GET /settings/password": SIGNED_IN,
    "POST /settings/password": SIGNED_IN,
    "GET /settings/devices": SIGNED_IN,
    "POST /settings/devices/<int:id>/delete": OWN,
    "POST /settings/devices/others/delete": SIGNED_IN,
    "GET /tasks": SIGNED_IN,
    "POST /tasks": SIGNED_IN,
    "GET /tasks/<any(active, completed):status>": SIGNED_IN,
    "GET /tasks/<int:id>": VIEWER,
    "GET /tasks/<int:id>/edit": EDITOR,
    "PUT /tasks/<int:id>": EDITOR,
    "POST /tasks/<int:id>": EDITOR,
    "DELETE /tasks/<int:id>": EDITOR,
    "POST /tasks/<int:id>/delete": EDITOR,
    "POST /tasks/<int:id>/completion": EDITOR,
    "DELETE /tasks/<int:id>/completion": EDITOR,
    "POST /tasks/<int:id>/completion/delete": EDITOR,
    "DELETE /tasks/<int:id>/deletion": EDITOR,
    "POST /tasks/<int:id>/deletion/delete": EDITOR,
    "GET /tasks/<int:id>/title/edit": EDITOR,
    "PUT /tasks/<int:id>/title": EDITOR,
    "POST /tasks/<int:id>/title": EDITOR,
    "GET /tasks/<int:id>/steps": VIEWER,
    "POST /tasks/<int:id>/steps": EDITOR,
    "POST /tasks/<int:id>/copy": EDITOR,
    "POST /tasks/<int:id>/level": EDITOR,
    "DELETE /tasks/<int:id>/level": EDITOR,
    "POST /tasks/<int:id>/level/delete": EDITOR,
    "POST /tasks/<int:id>/position": EDITOR,
    "GET /tasks/<int:id>/blockers": EDITOR,
    "POST /tasks/<int:id>/blockers": EDITOR,
    "DELETE /tasks/<int:id>/blockers/<int:other_id>": EDITOR,
    "POST /tasks/<int:id>/blockers/<int:other_id>/delete": EDITOR,
    "POST /tasks/<int:id>/marks/<int:version>/<int:number>": EDITOR,
    "POST /tasks/notes/preview": SIGNED_IN,
    "GET /tasks/<int:id>/labels": EDITOR,
    "PUT /tasks/<int:id>/labels": EDITOR,
    "POST /tasks/<int:id>/labels": EDITOR,
    "GET /labels": SIGNED_IN,
    "POST /labels": SIGNED_IN,
    "GET /labels/<int:id>": LABEL_VIEWER,
    "GET /labels/<int:id>/edit": LABEL_OWNER,
    "PUT /labels/<int:id>": LABEL_OWNER,
    "POST /labels/<int:id>": LABEL_OWNER,
    "DELETE /labels/<int:id>": LABEL_OWNER,
    "POST /labels/<int:id>/delete": LABEL_OWNER,
    "POST /labels/<int:id>/merge": LABEL_OWNER,
    "POST /tasks/completion": SIGNED_IN,
    "DELETE /tasks/completion": SIGNED_IN,
    "POST /tasks/completion/delete": SIGNED_IN,
    "DELETE /tasks/completed": SIGNED_IN,
    "POST /tasks/completed/delete": SIGNED_IN,
    "GET /tasks/selection": SIGNED_IN,
    "GET /tasks/selection/new": SIGNED_IN,
    "POST /tasks/selection/completion": SIGNED_IN,
    "POST /tasks/selection/place": SIGNED_IN,
    "POST /tasks/selection/labels": SIGNED_IN,
    "DELETE /tasks/selection/labels": SIGNED_IN,
    "POST /tasks/selection/labels/delete": SIGNED_IN,
    "POST /tasks/selection/priority": SIGNED_IN,
    "POST /tasks/selection/copy": SIGNED_IN,
    "POST /tasks/selection/deletion": SIGNED_IN,
    "GET /browse": SIGNED_IN,
    "POST /projects/<int:id>/favourite": PROJECT_VIEWER,
    "DELETE /projects/<int:id>/favourite": PROJECT_VIEWER,
    "POST /projects/<int:id>/favourite/delete": PROJECT_VIEWER,
    "POST /projects/<int:id>/copy": PROJECT_OWNER,
    "GET /bin/<any(projects, sections, labels):kind>/<int:id>": BINNED_PLACE,
    "DELETE /bin/<any(projects, sections, labels):kind>/<int:id>": BINNED_PLACE,
    "POST /bin/<any(projects, sections, labels):kind>/<int:id>/delete": BINNED_PLACE,
    "POST /bin/<any(projects, sections, labels):kind>/<int:id>/restoration": BINNED_PLACE,
    "GET /bin": SIGNED_IN,
    "GET /bin/all": SIGNED_IN,
    "DELETE /bin/all": SIGNED_IN,
    "POST /bin/all/delete": SIGNED_IN,
    "GET /bin/<int:id>": BINNED,
    "DELETE /bin/<int:id>": BINNED,
    "POST /bin/<int:id>/delete": BINNED,
    "GET /history": SIGNED_IN,
    "POST /history/undo": SIGNED_IN,
    "DELETE /history/undo": SIGNED_IN,
    "POST /history/undo/delete": SIGNED_IN,
    "GET /history/<int:id>": CHANGE_VIEWER,
    "POST /history/<int:id>/undo": CHANGE_EDITOR,
    "DELETE /history/<int:id>/undo": CHANGE_EDITOR,
    "POST /history/<int:id>/undo/delete": CHANGE_EDITOR,
    "GET /tasks/<int:id>/history": VIEWER,
    "GET /projects/<int:id>/history": MEMBER,
    "GET /keys": SIGNED_IN,
    "DELETE /tasks/samples": SIGNED_IN,
    "POST /tasks/samples/delete": SIGNED_IN,
    "GET /projects/new": SIGNED_IN,
    "POST /projects": SIGNED_IN,
    "GET /projects/<int:id>": MEMBER,
    "GET /projects/<int:id>/edit": OWNER_OF_STANDING,
    "PUT /projects/<int:id>": OWNER_OF_STANDING,
    "POST /projects/<int:id>": OWNER_OF_STANDING,
    "DELETE /projects/<int:id>": OWNER,
    "POST /projects/<int:id>/delete": OWNER,
    "POST /projects/<int:id>/archive": OWNER,
    "DELETE /projects/<int:id>/archive": OWNER,
    "POST /projects/<int:id>/archive/delete": OWNER,
    "POST /projects/<int:id>/position": OWNER_OF_STANDING,
    "GET /projects/<int:id>/sections/new": FILLER,
    "POST /projects/<int:id>/sections": FILLER,
    "GET /sections/<int:id>": SECTION_FILLER,
    "GET /sections/<int:id>/edit": SECTION_FILLER,
    "PUT /sections/<int:id>": SECTION_FILLER,
    "POST /sections/<int:id>": SECTION_FILLER,
    "POST /sections/<int:id>/position": SECTION_FILLER,
    "POST /sections/<int:id>/folding": SECTION_MEMBER,
    "DELETE /sections/<int:id>/folding": SECTION_MEMBER,
    "POST /sections/<int:id>/folding/delete": SECTION_MEMBER,
    "GET /sections/<int:id>/deletion/new": SECTION_FILLER,
    "POST /sections/<int:id>/deletion": SECTION_FILLER,
    "GET /sections/<int:id>/place/edit": SECTION_FILLER,
    "PUT /sections/<int:id>/place": SECTION_FILLER,
    "POST /sections/<int:id>/place": SECTION_FILLER,
}

LABELS = [route for route, policy in POLICIES.items() if policy in {LABEL_VIEWER, LABEL_OWNER}]
